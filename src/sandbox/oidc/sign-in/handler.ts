import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type default as Provider, type InteractionResults } from 'oidc-provider';
import { LogtoError } from '../../logto-error.js';
import type { User } from '../../rows.js';
import type { Tenant } from '../../tenant.js';
import { html } from '../html.js';
import { pageResponse } from '../page.js';
import { signInPage, switchAccountPage, type SignInView } from './page.js';
import { readSignInRequest, type SignInRequest } from './request.js';

/** Longest list of accounts on the page. */
const SHOWN_ACCOUNTS = 50;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface SignInExchange {
  readonly request: Request;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/**
 * Answers `/sign-in/:uid`: the provider sends a person here, and every answer goes back to it. The path and a
 * signed `SameSite=Lax` cookie must name the same sign-in, so no other site can post these forms.
 */
export const createSignInHandler = (provider: Provider, tenant: Tenant) => {
  const signIn = new SignIn(provider, tenant);
  return async (exchange: SignInExchange): Promise<Response> => {
    try {
      const details = await provider.interactionDetails(exchange.incoming, exchange.outgoing);
      if (!new URL(exchange.request.url).pathname.endsWith(`/${details.uid}`)) return expired();
      const signInRequest = readSignInRequest(details);
      if (exchange.request.method === 'POST') return await signIn.submit(exchange, signInRequest);
      return await signIn.open(exchange, signInRequest);
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return expired();
      throw error;
    }
  };
};

class SignIn {
  readonly #provider: Provider;
  readonly #tenant: Tenant;

  constructor(provider: Provider, tenant: Tenant) {
    this.#provider = provider;
    this.#tenant = tenant;
  }

  async open(exchange: SignInExchange, request: SignInRequest): Promise<Response> {
    if (request.oneTimeToken === undefined) return signInPage(this.#view(request));
    return this.#openOneTimeToken(exchange, request);
  }

  async submit(exchange: SignInExchange, request: SignInRequest): Promise<Response> {
    const form = new URLSearchParams(await exchange.request.text());
    const field = (name: string) => form.get(name)?.trim() ?? '';
    switch (form.get('action')) {
      case 'account':
        return this.#pick(exchange, request, field('account'));
      case 'email':
      case 'register':
        return this.#typeAddress(exchange, request, {
          screen: form.get('action') === 'register' ? 'register' : 'sign_in',
          email: field('email'),
          name: field('name'),
        });
      case 'switch':
        return this.#useOneTimeToken(exchange, request);
      case 'stay':
        return request.currentUserId === undefined
          ? signInPage(this.#view(request))
          : this.#finish(exchange, { login: { accountId: request.currentUserId } });
      case 'cancel':
        return this.#finish(exchange, {
          error: 'access_denied',
          error_description: 'The end-user aborted interaction.',
        });
      case 'show-register':
        return signInPage(this.#view(request, { screen: 'register' }));
      case 'show-sign-in':
        return signInPage(this.#view(request, { screen: 'sign_in' }));
      default:
        return signInPage(this.#view(request, { error: 'Pick an account or type an address.' }));
    }
  }

  async #pick(exchange: SignInExchange, request: SignInRequest, userId: string): Promise<Response> {
    const user = this.#tenant.accounts.get(userId);
    if (!user) return signInPage(this.#view(request, { error: 'This account is gone. Pick another.' }));
    return this.#signIn(exchange, request, user);
  }

  async #typeAddress(
    exchange: SignInExchange,
    request: SignInRequest,
    typed: { readonly screen: 'sign_in' | 'register'; readonly email: string; readonly name: string },
  ): Promise<Response> {
    const { email, name } = typed;
    if (!EMAIL.test(email) || email.length > 128) {
      const error = 'Type an email address, such as name@example.com.';
      return signInPage(this.#view(request, { ...typed, error }));
    }
    if (name.length > 128) {
      const error = 'A name has at most 128 characters.';
      return signInPage(this.#view(request, { ...typed, error }));
    }
    const { accounts } = this.#tenant;
    const user = accounts.findByEmail(email) ?? accounts.signUp({ primaryEmail: email, name: name || null });
    return this.#signIn(exchange, request, user);
  }

  async #openOneTimeToken(exchange: SignInExchange, request: SignInRequest): Promise<Response> {
    const current = request.currentUserId && this.#tenant.accounts.get(request.currentUserId);
    const email = request.loginHint ?? '';
    const isOther = current && current.primaryEmail?.toLowerCase() !== email.toLowerCase();
    if (!isOther || request.mustSignIn) return this.#useOneTimeToken(exchange, request);
    try {
      this.#tenant.oneTimeTokens.check(request.oneTimeToken ?? '', email);
    } catch (error) {
      return this.#refuseOneTimeToken(request, error);
    }
    return switchAccountPage(request, current, email);
  }

  async #useOneTimeToken(exchange: SignInExchange, request: SignInRequest): Promise<Response> {
    const { accounts, oneTimeTokens } = this.#tenant;
    const email = request.loginHint ?? '';
    try {
      const user = this.#tenant.transaction(() => {
        const { context } = oneTimeTokens.verify(request.oneTimeToken ?? '', email);
        const found = accounts.findByEmail(email) ?? accounts.signUp({ primaryEmail: email });
        accounts.provision(found.id, context.jitOrganizationIds ?? []);
        return found;
      });
      return await this.#signIn(exchange, request, user);
    } catch (error) {
      return this.#refuseOneTimeToken(request, error);
    }
  }

  #refuseOneTimeToken(request: SignInRequest, error: unknown): Response {
    if (!(error instanceof LogtoError)) throw error;
    const reason = TOKEN_ERRORS[error.code] ?? 'This sign-in link does not work.';
    return signInPage(this.#view(request, { error: `${reason} Ask for a new one, or sign in below.` }));
  }

  async #signIn(exchange: SignInExchange, request: SignInRequest, user: User): Promise<Response> {
    if (user.isSuspended) {
      return signInPage(this.#view(request, { error: 'This account is suspended and can’t sign in.' }));
    }
    this.#tenant.accounts.recordSignIn(user.id);
    const { session } = await this.#provider.interactionDetails(exchange.incoming, exchange.outgoing);
    const response = await this.#finish(exchange, { login: { accountId: user.id } });
    // Afterwards: a sign-in whose session has changed counts as ended.
    if (session && session.accountId !== user.id) await this.#forgetSession(session.uid);
    return response;
  }

  /** Ends what the session holds of another account, so that the provider needs no page to ask for it. */
  async #forgetSession(uid: string): Promise<void> {
    const stored = await this.#provider.Session.findByUid(uid);
    if (!stored) return;
    stored.accountId = undefined;
    stored.authorizations = {};
    await stored.persist();
  }

  async #finish({ incoming, outgoing }: SignInExchange, result: InteractionResults): Promise<Response> {
    const location = await this.#provider.interactionResult(incoming, outgoing, result, {
      mergeWithLastSubmission: false,
    });
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  }

  #view(request: SignInRequest, changes: Partial<SignInView> = {}): SignInView {
    const { users, organizations } = this.#tenant.tables;
    const oldestFirst = users.newest().reverse();
    const shown = oldestFirst.slice(0, SHOWN_ACCOUNTS);
    const hinted = request.loginHint && this.#tenant.accounts.findByEmail(request.loginHint);
    return {
      request,
      accounts: hinted && !shown.includes(hinted) ? [hinted, ...shown] : shown,
      moreAccounts: Math.max(0, users.size - SHOWN_ACCOUNTS),
      organization: organizations.get(request.organizationId ?? ''),
      screen: request.firstScreen,
      ...changes,
    };
  }
}

const TOKEN_ERRORS: Readonly<Record<string, string>> = {
  'one_time_token.token_not_found': 'This sign-in link is not valid.',
  'one_time_token.email_mismatch': 'This sign-in link is for another address.',
  'one_time_token.token_expired': 'This sign-in link has expired.',
  'one_time_token.token_consumed': 'This sign-in link has been used already.',
  'one_time_token.token_revoked': 'This sign-in link was withdrawn.',
};

const expired = (): Response =>
  pageResponse({
    title: 'Sign-in has ended',
    status: 400,
    body: html`<h1>This sign-in has ended</h1>
      <p>It took too long, was finished in another tab, or cookies are off.</p>
      <p class="quiet">Go back to the application and start again.</p>`,
  });
