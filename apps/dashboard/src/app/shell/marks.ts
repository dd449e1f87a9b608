import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';

/** Stands on everything only builders see. */
@Component({
  selector: 'app-private-mark',
  imports: [Icon],
  template: `<app-icon name="lock" /> {{ text() }}`,
  host: { class: 'private-mark' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivateMark {
  readonly text = input('Your customer never sees this');
}

/** Stands on everything the customer will read. */
@Component({
  selector: 'app-seen-mark',
  imports: [Icon],
  template: `<app-icon name="eye" /> {{ text() }}`,
  host: { class: 'seen-mark' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeenMark {
  readonly text = input('Your customer sees this');
}
