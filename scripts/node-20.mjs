/**
 * Vitest 5 reports failures with `Map.groupBy`, which Node has from 21 on. Without it a failing test on Node 20 would end
 * in an error of the reporter, and its own message would be lost.
 */
Object.groupBy ??= (items, key) => {
  const groups = Object.create(null);
  for (const item of items) (groups[key(item)] ??= []).push(item);
  return groups;
};

Map.groupBy ??= (items, key) => {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};
