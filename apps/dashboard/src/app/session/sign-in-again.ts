import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { DOOR_WORDS } from '../door/door-words';
import { OpenPage } from '../door/open-page';
import { Session } from './session';

/** When a session ends under an open page: asks for the password over it, so the page and what was typed stay. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly injector = inject(Injector);
  private asking: Promise<string | null> | null = null;

  /** The new access token, or null when the person gave up (and is then on the sign-in page). */
  ask(): Promise<string | null> {
    this.asking ??= this.open().finally(() => (this.asking = null));
    return this.asking;
  }

  private async open(): Promise<string | null> {
    const session = this.injector.get(Session);
    const me = session.me();
    if (!me) return null;
    const { SignInAgainDialog } = await import('./sign-in-again-dialog');
    const dialog = this.injector.get(Dialog).open<boolean>(SignInAgainDialog, {
      data: me.person.email,
      // Over a page in the viewer's language, in that language too.
      providers: [{ provide: DOOR_WORDS, useValue: this.injector.get(OpenPage).words }],
      disableClose: true,
      ariaLabelledBy: 'sign-in-again-title',
      panelClass: 'dialog-panel',
      backdropClass: 'veil',
    });
    if (await firstValueFrom(dialog.closed)) return session.token();
    session.forget();
    const router = this.injector.get(Router);
    await router.navigate(['/sign-in'], { queryParams: { to: router.url } });
    return null;
  }
}
