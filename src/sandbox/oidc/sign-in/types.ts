import type Provider from 'oidc-provider';

/** A sign-in that waits for a person. */
export type InteractionDetails = Awaited<ReturnType<Provider['interactionDetails']>>;
