import type { OrgEventMap } from '../events.js';

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** Every event of the kit. They bubble: an element that holds others hears theirs. */
export type OrgEventProps = {
  [Name in keyof OrgEventMap as `on${Pascal<Name>}`]?:
    ((event: CustomEvent<OrgEventMap[Name]>) => void) | undefined;
};
