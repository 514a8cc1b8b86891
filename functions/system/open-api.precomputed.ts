import { openApiDocument } from '../../shared/contract/open-api.ts';
import { routes } from '../routes.ts';
import { sampleOf } from '../samples.ts';

export const document = openApiDocument(routes, sampleOf);
