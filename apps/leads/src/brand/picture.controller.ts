import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { brandSchema, changePictureSchema, type CompanyQuery, companyQuerySchema } from '@porchlight/contracts';
import { pictureTypes } from '@porchlight/media';
import { Bytes, Caller, Describe, IdPipe, IfMatch, type RawBody, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { BrandPictures } from './brand-pictures';

const sizeQuerySchema = z.strictObject({ size: z.enum(['large', 'small']).default('large') });

/** Both kinds are ours: encoded here, named here. */
const headersOf = {
  logo: { 'content-type': 'image/png', 'content-disposition': 'inline; filename="logo.png"' },
  photo: { 'content-type': 'image/jpeg', 'content-disposition': 'inline; filename="picture.jpg"' },
} as const;

@Controller('api/leads/brand')
export class PictureController {
  constructor(private readonly pictures: BrandPictures) {}

  @Put('logo')
  @Describe({
    summary: 'Sets the logo; the picture itself is the body, up to 5 MB. Owners only; If-Match.',
    access: 'brand.change',
    takes: pictureTypes,
    reply: brandSchema,
  })
  putLogo(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) { companyId }: CompanyQuery,
    @IfMatch() version: number,
    @Bytes() body: RawBody,
  ) {
    return this.pictures.putLogo({ caller, companyId, version }, body);
  }

  @Delete('logo')
  @Describe({ summary: 'Takes the logo off. Owners only; If-Match.', access: 'brand.change', reply: brandSchema })
  removeLogo(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) { companyId }: CompanyQuery,
    @IfMatch() version: number,
  ) {
    return this.pictures.removeLogo({ caller, companyId, version });
  }

  @Post('pictures')
  @Describe({
    summary: 'Adds a portfolio picture, six at most; the picture itself is the body. Owners only; If-Match.',
    access: 'brand.change',
    takes: pictureTypes,
    reply: brandSchema,
  })
  add(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) { companyId }: CompanyQuery,
    @IfMatch() version: number,
    @Bytes() body: RawBody,
  ) {
    return this.pictures.addPicture({ caller, companyId, version }, body);
  }

  @Get('pictures/:id')
  @Describe({ summary: 'The bytes of the logo or a picture, in one of two sizes.', access: 'brand.read' })
  async read(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(sizeQuerySchema)) { size }: z.infer<typeof sizeQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, kind } = await this.pictures.read(caller, id, size);
    await reply
      .headers({
        ...headersOf[kind],
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(bytes);
  }

  @Patch('pictures/:id')
  @Describe({
    summary: 'Says what a picture shows. Owners only; If-Match.',
    access: 'brand.change',
    reply: brandSchema,
  })
  describe(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) { companyId }: CompanyQuery,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body(valid(changePictureSchema)) { alt }: z.infer<typeof changePictureSchema>,
  ) {
    return this.pictures.describe({ caller, companyId, version }, id, alt);
  }

  @Delete('pictures/:id')
  @Describe({ summary: 'Removes a picture. Owners only; If-Match.', access: 'brand.change', reply: brandSchema })
  remove(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) { companyId }: CompanyQuery,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ) {
    return this.pictures.removePicture({ caller, companyId, version }, id);
  }
}
