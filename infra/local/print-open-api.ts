import { routes } from '../../functions/routes.ts';
import { sampleOf } from '../../functions/samples.ts';
import { openApiDocument } from '../../shared/contract/open-api.ts';

console.log(JSON.stringify(openApiDocument(routes, sampleOf), null, 2));
