import type { Organization, User } from '../../rows.js';
import { html, webAddress, type Html } from '../html.js';
import { pageResponse } from '../page.js';
import type { SignInRequest } from './request.js';

export interface SignInView {
  readonly request: SignInRequest;
  /** Accounts to pick from, at most a page of them. */
  readonly accounts: readonly User[];
  readonly moreAccounts: number;
  readonly organization: Organization | undefined;
  readonly screen: 'sign_in' | 'register';
  /** What was wrong with the last try. */
  readonly error?: string | undefined;
  /** What was typed in the last try. */
  readonly email?: string | undefined;
  readonly name?: string | undefined;
}

/** The page on which a person picks an account or types an address. Works without a script. */
export const signInPage = (view: SignInView): Response => {
  const { request, organization, screen, error } = view;
  const to = organization ? ` to ${organization.name}` : '';
  const title =
    screen === 'register'
      ? `Create an account${organization ? ` for ${organization.name}` : ''}`
      : `Sign in${to}`;
  const lead =
    screen === 'register'
      ? 'Any address will do: the sandbox sends no mail.'
      : 'Pick somebody, no password needed.';
  return pageResponse({
    title,
    status: error === undefined ? 200 : 400,
    formTargets: [request.returnOrigin],
    body: html`${organization && brand(organization)}
      <h1>${title}</h1>
      <p class="quiet">${lead}</p>
      ${error === undefined ? undefined : html`<p class="error" role="alert" id="error">${error}</p>`}
      ${screen === 'register' ? registerForm(view) : html`${accountList(view)}${addressForm(view)}`}
      <form method="post" class="aside">
        <button class="link" name="action" value="cancel">Cancel and go back</button>
      </form>`,
  });
};

/** Somebody else is signed in: go on as whom? */
export const switchAccountPage = (request: SignInRequest, current: User, email: string): Response =>
  pageResponse({
    title: 'Switch account?',
    formTargets: [request.returnOrigin],
    body: html`<h1>Switch account?</h1>
      <p>
        You are signed in as <strong>${nameOf(current)}</strong>. The link that you followed is for
        <strong>${email}</strong>.
      </p>
      <form method="post">
        <button class="button" name="action" value="switch">Continue as ${email}</button>
      </form>
      <form method="post">
        <button class="button plain" name="action" value="stay">Stay signed in as ${nameOf(current)}</button>
      </form>`,
  });

const brand = (organization: Organization): Html | undefined => {
  const logo = webAddress(organization.branding.logoUrl);
  return logo === undefined ? undefined : html`<img class="brand" src="${logo}" alt="" />`;
};

const accountList = ({ accounts, moreAccounts, request }: SignInView): Html | undefined => {
  if (accounts.length === 0) return undefined;
  return html`<form method="post" aria-label="Accounts">
      <input type="hidden" name="action" value="account" />
      <ul class="accounts" role="list">
        ${accounts.map((user) => html`<li>${accountButton(user, request)}</li>`)}
      </ul>
    </form>
    ${moreAccounts > 0 ? html`<p class="quiet">And ${moreAccounts} more: type the address.</p>` : undefined}
    <p class="or">or</p>`;
};

const accountButton = (user: User, { loginHint }: SignInRequest): Html => {
  const hinted = loginHint !== undefined && user.primaryEmail?.toLowerCase() === loginHint.toLowerCase();
  const detail = [user.primaryEmail ?? user.username ?? user.id, ...(user.isSuspended ? ['suspended'] : [])];
  const attributes = [
    ...(user.isSuspended ? ['disabled'] : []),
    ...(hinted ? ['autofocus', 'aria-current=true'] : []),
  ];
  return html`<button class="account" name="account" value="${user.id}" ${attributes.join(' ')}>
    ${picture(user)}<span class="who"><span>${nameOf(user)}</span> <small>${detail.join(', ')}</small></span>
  </button>`;
};

const picture = (user: User): Html => {
  const address = webAddress(user.avatar);
  return address === undefined
    ? html`<span class="picture" aria-hidden="true">${initials(nameOf(user))}</span>`
    : html`<img class="picture" src="${address}" alt="" loading="lazy" />`;
};

const addressForm = (view: SignInView): Html =>
  html`<form method="post" novalidate>
      <input type="hidden" name="action" value="email" />
      ${emailField(view)}
      <button class="button">Continue</button>
    </form>
    <form method="post" class="aside">
      <span class="quiet">Nobody here that suits?</span>
      <button class="link" name="action" value="show-register">Create an account</button>
    </form>`;

const registerForm = (view: SignInView): Html =>
  html`<form method="post" novalidate>
      <input type="hidden" name="action" value="register" />
      ${emailField(view)}
      <div class="field">
        <label for="name">Name <small>(optional)</small></label>
        <input id="name" name="name" autocomplete="name" maxlength="128" value="${view.name ?? ''}" />
      </div>
      <button class="button">Create account</button>
    </form>
    <form method="post" class="aside">
      <button class="link" name="action" value="show-sign-in">Sign in with an account instead</button>
    </form>`;

const emailField = ({ email, error, request }: SignInView): Html => {
  const invalid = error !== undefined && email !== undefined;
  return html`<div class="field">
    <label for="email">Email address</label>
    <input
      id="email"
      name="email"
      type="email"
      inputmode="email"
      autocomplete="email"
      maxlength="128"
      required
      value="${email ?? request.loginHint ?? ''}"
      ${invalid ? 'aria-invalid=true aria-describedby=error autofocus' : ''}
    />
  </div>`;
};

const nameOf = (user: User): string => user.name ?? user.username ?? user.primaryEmail ?? user.id;

/** The first letters of the first and the last word; whole characters, also outside the basic plane. */
const initials = (name: string): string => {
  const words = name
    .trim()
    .split(/[\s@._-]+/u)
    .filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '?')][0]?.toUpperCase()).join('');
};
