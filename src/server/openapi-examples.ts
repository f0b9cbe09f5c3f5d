/** Examples for the OpenAPI document, by operation. A test checks each against the schema beside it. */
export const examples: Readonly<
  Record<string, { readonly body?: unknown; readonly output?: unknown; readonly status?: number }>
> = {};
