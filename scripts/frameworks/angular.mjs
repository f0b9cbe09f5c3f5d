/** The directives for Angular. */
import { comment } from './elements.mjs';

/** Angular reads this notation at compile time: it is what its own compiler writes for libraries. */
const angularDirective = ({ name, tag, fields, model }) => [
  `export class ${name} extends Host {`,
  ...(model ? [`  ${model}Change = new i0.EventEmitter();`] : []),
  '  constructor() {',
  `    super(elements.${name}, i0.inject(i0.ElementRef).nativeElement);`,
  ...(model ? [`    this.follow((value) => this.${model}Change.emit(value));`] : []),
  '  }',
  ...fields.map((field) => {
    // `<org-switcher compact>` gives an empty text.
    const value = isBoolean(field) ? "value === '' || value" : 'value';
    return `  set ${field.name}(value) { this.give(${JSON.stringify(field.name)}, ${value}); }`;
  }),
  `  static ɵfac = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', version: '17.1.0', ngImport: i0, type: ${name}, deps: [], target: i0.ɵɵFactoryTarget.Directive });`,
  `  static ɵdir = i0.ɵɵngDeclareDirective({ minVersion: '14.0.0', version: '17.1.0', ngImport: i0, type: ${name}, isStandalone: true, selector: ${JSON.stringify(tag)}, inputs: ${JSON.stringify(names(fields))}, outputs: ${JSON.stringify(model ? names([{ name: `${model}Change` }]) : {})} });`,
  '}',
];

/** What a template may give beside the type of the property. */
const also = (field, model) =>
  // No wish is `undefined`: the organization that was used last.
  isBoolean(field) ? " | ''" : field.name === model ? ' | undefined' : '';

const isBoolean = ({ type }) => type?.text === 'boolean';
const names = (fields) => Object.fromEntries(fields.map(({ name }) => [name, name]));

export const angular = (elements) => [
  "import * as i0 from '@angular/core';",
  "import * as elements from '../wrappers/elements.js';",
  "import { Host } from './host.js';",
  ...elements.flatMap(angularDirective),
];

export const angularTypes = (elements) => [
  "import * as i0 from '@angular/core';",
  "import type * as elements from '../index.js';",
  "import type {} from '../define/all.js';",
  "import type { Host } from './host.js';",
  ...elements.flatMap(({ name, tag, description, fields, model }) => {
    const inputs = fields.map(
      (field) => `${JSON.stringify(field.name)}: { alias: ${JSON.stringify(field.name)}; required: false }`,
    );
    return [
      comment(description),
      `export declare class ${name} extends Host {`,
      ...(model ? [`  ${model}Change: i0.EventEmitter<elements.${name}[${JSON.stringify(model)}]>;`] : []),
      ...fields.flatMap((field) => [
        `  ${comment(field.description)}`,
        `  set ${field.name}(value: elements.${name}[${JSON.stringify(field.name)}]${also(field, model)});`,
      ]),
      `  static ɵfac: i0.ɵɵFactoryDeclaration<${name}, never>;`,
      `  static ɵdir: i0.ɵɵDirectiveDeclaration<${name}, ${JSON.stringify(tag)}, never, { ${inputs.join('; ')} }, { ${model ? `${JSON.stringify(`${model}Change`)}: ${JSON.stringify(`${model}Change`)}` : ''} }, never, never, true, never>;`,
      '}',
    ];
  }),
];
