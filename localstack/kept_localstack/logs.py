"""Where functions log: LocalStack keeps what a template says about it, and writes into a group of its own for each function."""

import datetime


def group(environment) -> str:
    """In place of ExecutionEnvironment.get_log_group_name."""
    return environment.function_version.config.logging_config["LogGroup"]


def stream(environment) -> str:
    """In place of ExecutionEnvironment.get_log_stream_name: in a group of several functions a stream has its function's name, as
    https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html says."""
    function = environment.function_version.id
    return f"{datetime.date.today():%Y/%m/%d}/{function.function_name}[{function.qualifier}]{environment.id}"
