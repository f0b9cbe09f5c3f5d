import ts from 'typescript';
import { root } from './run.mjs';

/**
 * What an attribute may be, read from the built declarations: the manifest knows the name of a type only, and an editor
 * would offer `Placement` for a value.
 *
 * @param {string} outdir where index.d.ts is
 * @returns {(className: string, field: string) => readonly string[]} empty for what is not a choice between texts
 */
export function attributeValues(outdir) {
  const index = `${root}${outdir}/index.d.ts`;
  const options = { noLib: true, types: [], module: ts.ModuleKind.NodeNext };
  const program = ts.createProgram([index], options);
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)));
  return (className, field) => {
    const element = exported.find(({ name }) => name === className);
    const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(element));
    const property = checker.getPropertyOfType(type, field);
    const { types = [] } = property ? checker.getNonNullableType(checker.getTypeOfSymbol(property)) : {};
    return types.every((member) => member.isStringLiteral()) ? types.map(({ value }) => value) : [];
  };
}
