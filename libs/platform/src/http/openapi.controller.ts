import { Controller, Get, Inject, Param } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { SERVICE } from '../boot/service';
import { Public } from '../auth/decorators';
import { describeApi } from './openapi';
import { problems } from './problem';

@Controller('api')
@Public()
export class OpenApiController {
  private document?: object;

  constructor(
    @Inject(SERVICE) private readonly service: string,
    private readonly discovery: DiscoveryService,
  ) {}

  /** OpenAPI 3.1 from the very schemas that check the requests. */
  @Get(':service/openapi.json')
  openApi(@Param('service') service: string): object {
    if (service !== this.service && `portal` !== service) throw problems.notFound('address');
    this.document ??= describeApi(
      this.service,
      this.discovery.getControllers().map((wrapper) => wrapper.metatype),
    );
    return this.document;
  }
}
