import { routes } from '../../functions/routes.ts';
import { openApiDocument } from '../../shared/contract/open-api.ts';

console.log(JSON.stringify(openApiDocument(routes), null, 2));
