import * as v from 'valibot';

/** A number in a query, within bounds. */
const whole = (minimum: number, maximum: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,7}$/, 'a whole number'),
    v.transform(Number),
    v.integer(),
    v.minValue(minimum, `at least ${minimum}`),
    v.maxValue(maximum, `at most ${maximum}`),
  );

/** `page` counts from 1; `page_size` is 20 unless told otherwise, at most 100. */
export const pageQuery = {
  page: v.optional(whole(1, 1_000_000), '1'),
  page_size: v.optional(whole(1, 100), '20'),
};

/** Search text: matched anywhere in a field, ignoring case; `%` and `_` mean themselves. A database takes no U+0000. */
export const searchText = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(128, 'at most 128 characters'),
  v.regex(/^[^\0]*$/, 'text without U+0000'),
);

/** One page of a list. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({
    items: v.array(item),
    /** How many there are on all pages. */
    total: v.number(),
    page: v.number(),
    pageSize: v.number(),
  });
