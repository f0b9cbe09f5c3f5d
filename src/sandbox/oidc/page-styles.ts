/** The look of the sandbox's pages. Colours hold 4.5 : 1 against their ground in both schemes. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #111317);
  --card: light-dark(#fff, #1b1e24);
  --text: light-dark(#1b1f27, #eceef2);
  --quiet: light-dark(#596273, #a4adbd);
  --line: light-dark(#d9dde4, #353b46);
  --edge: light-dark(#7d8798, #7d8798);
  --hover: light-dark(#f0f3fa, #262b34);
  --accent: light-dark(#3348c5, #aab8ff);
  --on-accent: light-dark(#fff, #10153a);
  --bad: light-dark(#a5221c, #ffb0a8);
  --bad-ground: light-dark(#fdeeec, #3a1d1b);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-block-size: 100dvh;
  display: grid;
  grid-template-rows: 1fr auto;
  justify-items: center;
  align-items: center;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main {
  inline-size: min(100%, 26rem);
  padding: 2rem;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 1rem;
  margin-block: 2rem 1rem;
}
.wide { align-items: start; }
.wide main { inline-size: min(100%, 44rem); }
footer { color: var(--quiet); font-size: .8125rem; padding: 0 1.5rem 1.5rem; text-align: center; max-inline-size: 32rem; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .25rem; text-wrap: balance; }
h2 { font-size: 1rem; margin: 0; }
p { margin: 0 0 1rem; }
.quiet { color: var(--quiet); }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.brand { display: block; inline-size: 3rem; block-size: 3rem; border-radius: .75rem; object-fit: cover; margin-block-end: 1rem; }
.accounts {
  list-style: none; padding: 0; margin: 1rem 0;
  border: 1px solid var(--line); border-radius: .75rem;
  max-block-size: 22rem; overflow: auto;
}
.accounts li + li { border-block-start: 1px solid var(--line); }
.account {
  display: flex; align-items: center; gap: .75rem;
  inline-size: 100%; padding: .625rem .75rem;
  border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer;
}
.account:hover { background: var(--hover); }
.account:focus-visible { outline-offset: -2px; }
.account:disabled { cursor: default; opacity: .7; background: none; }
.account[aria-current] { background: var(--hover); }
.who { min-inline-size: 0; display: grid; line-height: 1.35; }
.who small { color: var(--quiet); font-size: .875rem; }
.picture {
  flex: none; inline-size: 2.5rem; block-size: 2.5rem; border-radius: 50%; object-fit: cover;
  display: grid; place-items: center; background: var(--line); font-weight: 600; font-size: .9375rem;
}
form { margin: 0; }
label { display: block; font-weight: 600; font-size: .9375rem; margin-block-end: .25rem; }
label small { font-weight: 400; color: var(--quiet); }
.field { margin-block-end: .875rem; }
input {
  inline-size: 100%; padding: .5625rem .75rem;
  border: 1px solid var(--edge); border-radius: .5rem;
  background: var(--card); color: inherit; font: inherit;
}
input[aria-invalid] { border-color: var(--bad); }
.button {
  display: block; inline-size: 100%; padding: .625rem 1rem;
  border: 1px solid transparent; border-radius: .5rem;
  background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; text-align: center; cursor: pointer;
}
.button.plain { background: none; color: var(--accent); border-color: var(--line); }
.button + .button, form + form { margin-block-start: .625rem; }
.or { display: flex; align-items: center; gap: .75rem; color: var(--quiet); margin-block: 1.25rem; font-size: .875rem; }
.or::before, .or::after { content: ''; flex: 1; border-block-start: 1px solid var(--line); }
.error { color: var(--bad); background: var(--bad-ground); border-radius: .5rem; padding: .625rem .75rem; margin-block: 1rem; }
.aside { margin: 1rem 0 0; text-align: center; }
.link { border: 0; background: none; padding: .25rem; color: var(--accent); font: inherit; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
.mails { list-style: none; padding: 0; margin: 1.5rem 0 0; display: grid; gap: 1rem; }
.mail { border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; }
.mail dl { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; margin: .25rem 0 .75rem; font-size: .875rem; }
.mail dt { color: var(--quiet); }
.mail dd { margin: 0; }
.mail p { white-space: pre-line; margin-block-end: .5rem; }
.mail p:last-child { margin: 0; }
@media (max-width: 30rem) {
  main { padding: 1.25rem; border-radius: 0; border-inline: 0; margin-block-start: 0; }
  .card main { border-block-start: 0; }
  .card { align-items: start; }
}
@media (prefers-reduced-motion: no-preference) {
  .account, .button { transition: background-color .12s; }
}
`;
