import { Injectable } from '@angular/core';

/** A form that stands in the page itself, and would be lost with it. */
export interface PageForm {
  readonly dirty: () => boolean;
  /** Says, where the form is, that it is not saved. */
  readonly remind: () => void;
}

/** The forms of the page that is open. */
@Injectable({ providedIn: 'root' })
export class Unsaved {
  private readonly forms = new Set<PageForm>();

  watch(form: PageForm): () => void {
    this.forms.add(form);
    return () => void this.forms.delete(form);
  }

  mayLeave(): boolean {
    const [first] = [...this.forms].filter((form) => form.dirty());
    first?.remind();
    return first === undefined;
  }
}
