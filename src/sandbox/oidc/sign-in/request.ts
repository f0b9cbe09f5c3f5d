import type { InteractionDetails } from './types.js';
import { originOf } from '../pages.js';

/** What an application asked for when it sent a person to sign in. */
export interface SignInRequest {
  readonly uid: string;
  readonly loginHint: string | undefined;
  readonly organizationId: string | undefined;
  readonly oneTimeToken: string | undefined;
  readonly firstScreen: 'sign_in' | 'register';
  /** Whether a prompt forbids going on with the account that is signed in already. */
  readonly mustSignIn: boolean;
  /** The account that this browser is signed in with. */
  readonly currentUserId: string | undefined;
  /** Where the person is sent back to. */
  readonly returnOrigin: string;
}

export const readSignInRequest = ({ uid, params, session }: InteractionDetails): SignInRequest => {
  const text = (name: string): string | undefined => {
    const value = params[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const screen = text('first_screen') ?? '';
  return {
    uid,
    loginHint: text('login_hint'),
    organizationId: text('organization_id'),
    oneTimeToken: text('one_time_token'),
    firstScreen: /^(identifier:)?register$/.test(screen) ? 'register' : 'sign_in',
    mustSignIn: (text('prompt') ?? '').split(' ').includes('login'),
    currentUserId: session?.accountId,
    returnOrigin: originOf(text('redirect_uri') ?? ''),
  };
};
