import { Directive, effect, inject, input, type Type, ViewContainerRef } from '@angular/core';

/** Puts a component in its place once its script is there: `<ng-container [later]="rest.parts()?.Below" />`. */
@Directive({ selector: '[later]' })
export class Later {
  readonly later = input.required<Type<unknown> | undefined>();
  private readonly place = inject(ViewContainerRef);

  constructor() {
    effect(() => {
      const component = this.later();
      this.place.clear();
      if (component) this.place.createComponent(component);
    });
  }
}
