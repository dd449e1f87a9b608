import { DOCUMENT, inject, Injectable } from '@angular/core';
import { storageOf } from './storage';

const key = 'porchlight.signed-in';

/** Whether somebody ever signed in here: without it the refresh cookie is not asked for. Says nothing about who. */
@Injectable({ providedIn: 'root' })
export class SignInTrace {
  private readonly storage = storageOf(inject(DOCUMENT).defaultView);

  isLeft(): boolean {
    return this.storage === null || this.storage.getItem(key) !== null;
  }

  leave(): void {
    this.storage?.setItem(key, 'yes');
  }

  clear(): void {
    this.storage?.removeItem(key);
  }
}
