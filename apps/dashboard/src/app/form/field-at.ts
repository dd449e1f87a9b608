import { type FieldTree, isFieldTree } from '@angular/forms/signals';

/** The field of a form that a wire path such as `contacts.0.email` or `budget.amount` speaks of: the deepest that exists. */
export function fieldAt<T>(tree: FieldTree<T>, path: string): FieldTree<unknown> | null {
  let found: FieldTree<unknown> | null = null;
  let here: unknown = tree;
  for (const part of path.split('.')) {
    if (typeof here !== 'function') break;
    here = Reflect.get(here, part);
    if (!isFieldTree(here)) break;
    found = here;
  }
  return found;
}
