import * as v from 'valibot';

/** A schema of the contract, in a form that refuses fields which it does not name, however deep they are. */
export const strictly = (schema: v.GenericSchema): v.GenericSchema => {
  if (isObject(schema)) {
    const entries = Object.entries(schema.entries).map(([name, entry]) => [name, strictly(entry)]);
    return v.strictObject(Object.fromEntries(entries) as v.ObjectEntries);
  }
  if (isArray(schema)) return v.array(strictly(schema.item));
  if (isWrapping(schema)) {
    const wrapped = strictly(schema.wrapped);
    return schema.type === 'optional' ? v.optional(wrapped) : v.nullable(wrapped);
  }
  // Anything else that holds schemas would be let through unseen.
  if (!KNOWN.has(schema.type)) throw new TypeError(`strictly: no form for "${schema.type}"`);
  return schema;
};

/** Leaves, and a record of the host's own keys, whose values are the host's. */
const KNOWN = new Set(['string', 'number', 'boolean', 'literal', 'picklist', 'record']);

const isObject = (schema: v.GenericSchema): schema is v.GenericSchema & { entries: v.ObjectEntries } =>
  schema.type === 'object' || schema.type === 'strict_object';
const isArray = (schema: v.GenericSchema): schema is v.GenericSchema & { item: v.GenericSchema } =>
  schema.type === 'array';
const isWrapping = (schema: v.GenericSchema): schema is v.GenericSchema & { wrapped: v.GenericSchema } =>
  schema.type === 'optional' || schema.type === 'nullable';
