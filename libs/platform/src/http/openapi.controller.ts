import { Controller, Get, Inject, Req, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { services } from '@porchlight/contracts';
import type { FastifyRequest } from 'fastify';
import { SERVICE } from '../boot/service';
import { Public } from '../auth/decorators';
import { describeApi } from './openapi';
import { problems } from './problem';

/** Under which part of `/api` a service answers. */
const areaOf = (service: string): string => (service === 'portal-gateway' ? 'portal' : service);

@Controller('api')
@Public()
export class OpenApiController implements OnModuleInit {
  private document?: object;

  constructor(
    @Inject(SERVICE) private readonly service: string,
    private readonly discovery: DiscoveryService,
  ) {}

  /** A route that does not say whom it lets in stops the boot here. */
  onModuleInit(): void {
    const controllers = this.discovery.getControllers().map((wrapper) => wrapper.metatype);
    // The document says nothing of itself.
    this.document = describeApi(
      this.service,
      controllers.filter((controller) => controller !== OpenApiController),
    );
  }

  /** OpenAPI 3.1 from the very schemas that check the requests. Spelled out, since `/api/projects/:id` fits as well. */
  @Get(services.map((service) => `${areaOf(service)}/openapi.json`))
  openApi(@Req() request: FastifyRequest): object {
    if (!this.document || !request.url.startsWith(`/api/${areaOf(this.service)}/`)) throw problems.notFound('address');
    return this.document;
  }
}
