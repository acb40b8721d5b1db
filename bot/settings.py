"""Everything the environment says, read once and passed in.

Secrets are `SecretStr`, so that no message or log shows them by accident.
"""

from functools import cache
from typing import NamedTuple

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import BadSettingError, SeveralWorkspacesError


class Several(NamedTuple):
    """What it takes to serve several workspaces: the app, and the keys its tokens are kept with."""

    client_id: str
    client_secret: str
    redirect_uri: str | None
    token_keys: str


class Settings(BaseSettings):
    """What can be set; docs/settings.md lists each with its reason."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True)

    database_url: str = "sqlite:///muster.db"
    workspace: str = Field(default="local", min_length=1)
    slack_bot_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_client_id: str | None = None
    slack_client_secret: SecretStr | None = None
    slack_redirect_uri: str | None = None
    muster_token_key: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    ees_url: str = "https://api.education.gov.uk/statistics/v1"
    host: str = "0.0.0.0"  # noqa: S104 - a platform's router reaches a container by any address
    port: int = Field(default=3000, ge=0, le=65535)

    def several(self) -> Several | None:
        """What several workspaces need; None where Muster serves one, by SLACK_BOT_TOKEN.

        Raises:
            SeveralWorkspacesError: something is missing, or is there for one workspace alone.
        """
        if self.slack_client_id is None:
            return None
        if self.slack_bot_token or self.slack_app_token:
            raise SeveralWorkspacesError("Unset SLACK_BOT_TOKEN and SLACK_APP_TOKEN.")
        secret, keys = self.slack_client_secret, self.muster_token_key
        if not (secret and keys and self.slack_signing_secret):
            raise SeveralWorkspacesError(
                "Set SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET and MUSTER_TOKEN_KEY."
            )
        told = secret.get_secret_value(), self.slack_redirect_uri, keys.get_secret_value()
        return Several(self.slack_client_id, *told)


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
