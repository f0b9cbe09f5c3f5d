import { LogtoError } from '../logto-error.js';

/** The part of a list that was asked for. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

const DEFAULT_SIZE = 20;
const MAX_SIZE = 100;

/**
 * `page` (from 1) and `page_size` (20, at most 100). `undefined` when neither is given to a list whose paging is
 * optional: then the whole list is the answer.
 */
export const readPage = (query: URLSearchParams, optional: boolean): Page | undefined => {
  const number = read(query, 'page');
  const size = read(query, 'page_size');
  if (optional && number === undefined && size === undefined) return undefined;
  const limit = size ?? DEFAULT_SIZE;
  if (limit > MAX_SIZE) throw new LogtoError('guard.invalid_pagination');
  return { offset: Math.round(((number ?? 1) - 1) * limit), limit: Math.round(limit) };
};

const read = (query: URLSearchParams, name: string): number | undefined => {
  const values = query.getAll(name);
  if (values.every((value) => value === '')) return undefined;
  const value = values.length === 1 ? Number(values[0]) : Number.NaN;
  if (!Number.isFinite(value) || value <= 0) throw new LogtoError('guard.invalid_pagination');
  return value;
};

/** `Total-Number`, and `Link` with first, prev, last and next that keep the other parameters. */
export const pageHeaders = (url: URL, { offset, limit }: Page, total: number): Record<string, string> => {
  const current = Math.floor(offset / Math.max(limit, 1)) + 1;
  const last = Math.ceil(total / Math.max(limit, 1)) || 1;
  const link = (page: number, relation: string): string => {
    const query = new URLSearchParams(url.searchParams);
    query.set('page', String(page));
    return `<${url.origin}${url.pathname}?${query.toString()}>; rel="${relation}"`;
  };
  const links = [
    link(1, 'first'),
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    link(last, 'last'),
    ...(current < last ? [link(current + 1, 'next')] : []),
  ];
  return { 'Total-Number': String(total), Link: links.join(', ') };
};
