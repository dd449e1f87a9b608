import { Dialog } from '@angular/cdk/dialog';
import { ComponentType } from '@angular/cdk/portal';
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

  /** What the sheet was closed with, or undefined when it was left. `injector`: whose providers the sheet sees. */
  open<R, D = unknown>(sheet: ComponentType<unknown>, data?: D, injector = this.injector): Promise<R | undefined> {
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
      closePredicate: (result) => result !== undefined || guard.mayLeave(),
    });
    return firstValueFrom(opened.closed);
  }
}
