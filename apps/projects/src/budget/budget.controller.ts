import { Controller, Get, Param } from '@nestjs/common';
import { budgetSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe } from '@porchlight/platform';
import { BudgetService } from './budget.service';

@Controller('api/projects/:id/budget')
export class BudgetController {
  constructor(private readonly budget: BudgetService) {}

  @Get()
  @Describe({
    summary: 'Estimated, committed and actual costs, and the variance. Builders only.',
    access: 'budget.read',
    reply: budgetSchema,
  })
  get(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return this.budget.get(caller, id);
  }
}
