import { Dialog } from '@angular/cdk/dialog';
import { type ComponentType } from '@angular/cdk/portal';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { LeaveGuard } from './leave-guard';

/** Opens side sheets: one at a time, over the page, closed by Escape, by a click beside it and by its own button. */
@Injectable({ providedIn: 'root' })
export class Sheets {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  /** On a phone the first field would bring up the keyboard over what is to be read first. */
  private readonly touch = inject(DOCUMENT).defaultView?.matchMedia?.('(pointer: coarse)').matches ?? false;

  private opened: { readonly guard: LeaveGuard; readonly close: () => void } | null = null;

  /** Whether the page under an open sheet may be left; leaving closes the sheet. */
  mayLeave(): boolean {
    if (this.opened && !this.opened.guard.mayLeave()) return false;
    this.opened?.close();
    return true;
  }

  /** What the sheet was closed with, or undefined when it was left. `injector`: whose providers the sheet sees. */
  async open<R, D = unknown>(
    sheet: ComponentType<unknown>,
    data?: D,
    injector = this.injector,
  ): Promise<R | undefined> {
    const guard = new LeaveGuard();
    const opened = this.dialog.open<R, D>(sheet, {
      data,
      injector,
      providers: [{ provide: LeaveGuard, useValue: guard }],
      positionStrategy: createGlobalPositionStrategy(this.injector).top('0').right('0'),
      panelClass: 'sheet-panel',
      backdropClass: 'veil',
      ariaLabelledBy: 'sheet-heading',
      ariaModal: true,
      autoFocus: this.touch ? 'first-heading' : '.body .control, .body button',
      closeOnNavigation: false,
      closePredicate: (result) => result !== undefined || guard.mayLeave(),
    });
    this.opened = { guard, close: () => opened.close() };
    return firstValueFrom(opened.closed).finally(() => (this.opened = null));
  }
}
