import type { CreateWords } from '../words/create.js';

export const create: CreateWords = {
  title: (term) => `Create ${term.one}`,
  submit: (term) => `Create ${term.one}`,
  nameHint: 'Others may have the same name.',
  created: (name) => `${name} is ready`,
  notAllowed: (term) => `You can’t create ${term.many} here. Ask whoever runs this product for one.`,
  capReached: (term, most) =>
    most === undefined
      ? `You are in as many ${term.many} as possible. Leave one, then try again.`
      : `You can be in ${most} ${most === 1 ? term.one : term.many} at most. Leave one, then try again.`,
  done: 'Done',
};
