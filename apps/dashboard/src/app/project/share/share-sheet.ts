import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { Sheet } from '../../sheet/sheet';
import { ShareLinks } from './share-links';

/** The share links beside whatever part of the project is open. */
@Component({
  selector: 'app-share-sheet',
  imports: [ShareLinks, Sheet],
  template: `
    <app-sheet heading="Share" [dirty]="typed()"><app-share-links (typed)="typed.set($event)" /></app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareSheet {
  protected readonly typed = signal(false);
}
