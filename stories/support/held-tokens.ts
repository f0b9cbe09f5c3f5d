import type { GetToken } from '../../src/api/token-source.js';

export interface HeldTokens {
  readonly getToken: GetToken;
  /** What a new token was asked for: ids of organizations, or `person`. */
  readonly asked: string[];
}

/** Gives the same token again until it is to be a fresh one, as clients do: it grows older than the permissions. */
export function heldTokens(source: GetToken): HeldTokens {
  const held = new Map<string, Promise<string | null | undefined>>();
  const asked: string[] = [];
  return {
    asked,
    getToken: async (request) => {
      const name = request.organizationId ?? 'person';
      const known = held.get(name);
      if (known && !request.refresh) return known;
      asked.push(name);
      const token = source(request);
      held.set(name, token);
      return token;
    },
  };
}
