import { routes } from '../../server/routes/index.js';

const patterns = routes.map(({ operation, method, path }) => ({
  operation,
  method,
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`),
}));

/** Name of the operation that a request is for; `none` for a path that no route answers. Never an id. */
export const operationOf = (method: string, path: string, basePath: string): string => {
  if (!path.startsWith(`${basePath}/`)) return 'none';
  const rest = path.slice(basePath.length);
  const found = patterns.find((route) => route.method === method && route.pattern.test(rest));
  return found?.operation ?? 'none';
};
