/** Only for the compiler: nothing holds it. */
declare const answer: unique symbol;

/**
 * One operation of the backend, ready to be sent by `OrgApi`: data, and the type of its answer. Each is made by a
 * function in `operations/`, so that a page carries only those that it uses.
 */
export interface Operation<Answer> {
  readonly [answer]?: Answer;
  /** `GET` when absent. */
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Whose token proves the call; the person's when absent. */
  readonly organizationId?: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A part of a list. Pages count from 1; 20 items on each unless told otherwise, at most 100. */
export interface PageRequest {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /** Search text: matched anywhere, ignoring case. */
  readonly q?: string | undefined;
}

/** As the backend names them. What is empty is left out. */
export function pageParameters({ page, pageSize, q }: PageRequest): NonNullable<Operation<unknown>['query']> {
  return { page, page_size: pageSize, q: q || undefined };
}
