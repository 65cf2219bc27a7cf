import type { Budget } from './budget.ts';
import { usualInterval } from './limits.ts';
import { partOf, type Usage } from './quota.ts';

/** What a proxy uses of the windows of all its locations. */
export function createUsage(budgets: () => Iterable<Budget>, now: () => number): Usage {
  const most = (measure: (budget: Budget) => number) => {
    let found = 0;
    for (const budget of budgets()) found = Math.max(found, measure(budget));
    return found;
  };
  return {
    fits(divisor) {
      for (const budget of budgets()) if (budget.counted(now()) > partOf(divisor, budget.limits())) return false;
      return true;
    },
    longestInterval: () => most((budget) => budget.limits().interval ?? usualInterval),
    lasting: () => most((budget) => budget.lasting(now())),
  };
}
