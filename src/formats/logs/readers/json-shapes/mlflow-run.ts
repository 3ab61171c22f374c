import { invalid } from '../../../../domain/problems.ts'
import { isObject } from '../../lenient-json.ts'
import { jsonShape } from './json-shape.ts'

/**
 * What MLflow's REST answers about a run: the last value of each metric, which is no log.
 * @see https://mlflow.org/docs/latest/rest-api.html#get-run
 */
export const mlflowRun = jsonShape<Record<string, unknown>>({
  title: "a run of MLflow's REST",
  fits: (document): document is Record<string, unknown> =>
    isObject(document) && isObject(document.run) && isObject(document.run.data) && isObject(document.run.info),
  put: () => {
    throw invalid(
      '',
      "The file is a run as MLflow's REST gives it, which has the last value of each metric alone.",
      'Ask for the history of the norms: GET /api/2.0/mlflow/metrics/get-history?run_id=…&metric_key=grad_norm.'
    )
  }
})
