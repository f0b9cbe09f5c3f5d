/** What a database refuses, and why. */
export type Violation = 'unique' | 'foreign_key' | 'check' | 'too_long';

/** A write that the rules of the tables do not allow. The table is as it was before the write. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError';
  readonly violation: Violation;
  /** Table and rule, for example `organization_roles.name`. */
  readonly constraint: string;

  constructor(violation: Violation, constraint: string) {
    super(`${violation} violation: ${constraint}`);
    this.violation = violation;
    this.constraint = constraint;
  }
}
