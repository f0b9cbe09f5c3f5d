import * as v from 'valibot';
import type { Table } from '../database/table.js';
import type { LogtoError } from '../logto-error.js';
import { ids, someIds } from './guard.js';
import { notFound } from './not-found.js';
import { createdText, noContent, paged, type ManagementRouter } from './router.js';

/** A many-to-many relation under a path. */
export interface Relation<Row extends object> {
  /** Path with `:id` for the parent, for example `/organization-roles/:id/scopes`. */
  readonly path: `${string}/:id/${string}`;
  /** Name of the ids in a body, for example `organizationScopeIds`. */
  readonly field: string;
  readonly table: Table<Row>;
  /** The foreign key to the parent. */
  readonly parent: string;
  readonly row: (parentId: string, childId: string) => Row;
  readonly key: (parentId: string, childId: string) => string;
  readonly keyOf: (row: Row) => string;
  /** What a list shows for a row. */
  readonly child: (row: Row) => object | undefined;
  /** Why there is no such parent; `undefined` when there is. Only the list asks. */
  readonly missing: (parentId: string) => LogtoError | undefined;
}

/** GET, POST, PUT and DELETE of a relation, as Logto's schema router makes them. */
export const relationRoutes = <Row extends object>(
  router: ManagementRouter,
  relation: Relation<Row>,
): void => {
  const { path, field, table, parent, row, key } = relation;

  router.route('GET', path, { paging: 'optional' }, ({ params, page }) => {
    const missing = relation.missing(params.id);
    if (missing) throw missing;
    return paged(
      table.where(parent, params.id).flatMap((item) => relation.child(item) ?? []),
      page,
    );
  });

  router.route('POST', path, { body: v.object({ [field]: someIds }) }, ({ params, body }) => {
    table.insertMany(
      (body[field] ?? []).map((id) => row(params.id, id)),
      { ignoreExisting: true },
    );
    return createdText;
  });

  // The same id twice is a unique violation here, and leaves what was there.
  router.route('PUT', path, { body: v.object({ [field]: ids }) }, ({ params, body }) => {
    router.tenant.transaction(() => {
      for (const item of table.where(parent, params.id)) table.delete(relation.keyOf(item));
      table.insertMany((body[field] ?? []).map((id) => row(params.id, id)));
    });
    return noContent;
  });

  router.route('DELETE', `${path}/:childId`, {}, ({ params }) => {
    const { id, childId } = params as { readonly id: string; readonly childId: string };
    if (!table.delete(key(id, childId))) throw notFound();
    return noContent;
  });
};
