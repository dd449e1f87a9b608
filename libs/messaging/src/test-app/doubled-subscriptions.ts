import { Controller } from '@nestjs/common';
import { companyChangedV1 } from '@porchlight/contracts';
import { Subscribe } from '../consume/subscribe';

/** A fault to plant: a second handler for the same event. */
@Controller()
export class DoubledSubscriptions {
  @Subscribe(companyChangedV1)
  async again(): Promise<void> {}
}
