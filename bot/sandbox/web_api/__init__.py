"""What apps ask of Slack: methods of the Web API, response_urls, uploads, downloads."""
