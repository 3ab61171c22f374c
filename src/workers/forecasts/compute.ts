import { forecast } from '../../forecasts/forecast.ts'
import { answering } from '../threads/answering.ts'
import { bytesToForecast } from './task.ts'

export default answering(forecast, bytesToForecast)
