"""What LocalStack lacks and this project adds: functions as processes, authorizers that are asked, the gateway's own
answers as the template words them, and DynamoDB Local as this project starts it."""
