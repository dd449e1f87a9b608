import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { brandSchema, changeBrandSchema, type CompanyQuery, companyQuerySchema } from '@porchlight/contracts';
import { Caller, Describe, IfMatch, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { BrandService } from './brand.service';

@Controller('api/leads/brand')
export class BrandController {
  constructor(private readonly brands: BrandService) {}

  @Get()
  @Describe({ summary: 'How the company looks in its mails and portals.', access: 'brand.read', reply: brandSchema })
  get(@Caller() caller: Caller, @Query(valid(companyQuerySchema)) query: CompanyQuery) {
    return this.brands.get(caller, query.companyId);
  }

  @Put()
  @Describe({
    summary: "Changes the company's colours. Owners only; If-Match.",
    access: 'brand.change',
    reply: brandSchema,
  })
  put(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) { companyId }: CompanyQuery,
    @IfMatch() version: number,
    @Body(valid(changeBrandSchema)) body: z.infer<typeof changeBrandSchema>,
  ) {
    return this.brands.recolor({ caller, companyId, version }, body.colors);
  }
}
