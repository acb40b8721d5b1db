"""Everything the environment says, read once and passed in.

Secrets are `SecretStr`, so that no message or log shows them by accident.
"""

from functools import cache

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import BadSettingError


class Settings(BaseSettings):
    """What can be set; docs/settings.md lists each with its reason."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True)

    database_url: str = "sqlite:///muster.db"
    workspace: str = Field(default="local", min_length=1)
    slack_bot_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    host: str = "0.0.0.0"  # noqa: S104 - a platform's router reaches a container by any address
    port: int = Field(default=3000, ge=0, le=65535)


@cache
def settings() -> Settings:
    """The settings of this process.

    Raises:
        BadSettingError: the environment says something that no setting may be.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        raise BadSettingError(f"{name}: {first['msg']}.") from None
