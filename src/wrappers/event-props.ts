import type { OrgEventMap } from '../events.js';

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** Every event of the kit. They bubble: an element that holds others hears theirs. */
export type OrgEventProps = {
  [Name in keyof OrgEventMap as `on${Pascal<Name>}`]?:
    ((event: CustomEvent<OrgEventMap[Name]>) => void) | undefined;
};

/**
 * The same for tags: `onorg-change` in JSX and Svelte, `on:org-change` in Solid. Without the element's `Own` events, which
 * have descriptions there.
 */
export type OrgEventAttributes<Prefix extends string, Own extends keyof OrgEventMap> = {
  [Name in Exclude<keyof OrgEventMap, Own> as `${Prefix}${Name}`]?:
    ((event: CustomEvent<OrgEventMap[Name]>) => void) | undefined;
};
