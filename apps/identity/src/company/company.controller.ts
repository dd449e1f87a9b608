import { Body, Controller, Get, Headers, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  changeCompanySchema,
  companySchema,
  registerCompanySchema,
  registeredSchema,
  type ChangeCompany,
  type Company,
  type RegisterCompany,
  type Registered,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, Public, valid, ClientAddress } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceCookie } from '../device/device-cookie';
import { Limits } from '../limit/limits';
import { deviceName } from '../session/device-name';
import { RefreshCookie } from '../session/refresh-cookie';
import { CompanyService } from './company.service';
import { Registration } from './registration';

@Controller('api/identity/companies')
export class CompanyController {
  constructor(
    private readonly companies: CompanyService,
    private readonly cookie: RefreshCookie,
    private readonly devices: DeviceCookie,
    private readonly limits: Limits,
    private readonly registration: Registration,
  ) {}

  @Post()
  @Public()
  @Describe({
    summary: 'Registers a company and its owner, who is signed in at once.',
    access: 'anyone',
    reply: registeredSchema,
  })
  async register(
    @Body(valid(registerCompanySchema)) body: RegisterCompany,
    @ClientAddress() client: string,
    @Headers('user-agent') agent: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Registered> {
    this.registration.requireOpen();
    await this.limits.take({ of: 'registration', key: client });
    const { registered, refreshToken, account } = await this.companies.register(body, deviceName(agent));
    this.cookie.write(reply, refreshToken);
    this.devices.remember(request, reply, account);
    return registered;
  }

  @Get(':id')
  @Describe({ summary: "A company's settings, for its staff.", access: 'company.read', reply: companySchema })
  read(@Caller() caller: Caller, @Param('id', IdPipe) id: string): Promise<Company> {
    return this.companies.read(caller, id);
  }

  @Patch(':id')
  @Describe({ summary: "Changes a company's settings; owners only.", access: 'company.change', reply: companySchema })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body(valid(changeCompanySchema)) body: ChangeCompany,
  ): Promise<Company> {
    return this.companies.change(caller, id, version, body);
  }
}
