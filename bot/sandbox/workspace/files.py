"""Files that were uploaded."""

from dataclasses import dataclass

from bot.sandbox.wire import Json


@dataclass
class File:
    """One file; `content` is empty until its bytes have come."""

    id: str
    name: str
    user: str
    url: str
    title: str = ""
    alt_text: str = ""
    content: bytes = b""
    is_complete: bool = False

    @property
    def extension(self) -> str:
        """What its name ends with, without the dot; "" where there is none."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""

    @property
    def is_image(self) -> bool:
        """Whether people see it as a picture."""
        return self.extension in {"png", "jpg", "jpeg", "gif"}


def file_object(file: File) -> Json:
    """The file as `files.info` gives it."""
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "filetype": file.extension,
        "mode": "hosted",
        "user": file.user,
        "size": len(file.content),
        "alt_txt": file.alt_text,
        "url_private": file.url,
        "url_private_download": file.url,
    }
