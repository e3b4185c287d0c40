"""Models that propose organisations: the table of adapters. Each is imported only when it is asked for."""

from loaders.proposal import Proposer, ProposerError

PROPOSERS = ("spacy", "endpoint")


def open_proposer(name: str, *, model: str = "", url: str = "", key: str = "", remote: bool = False) -> Proposer:
    """The proposer of this name. `model` is its model, `url` and `key` are an endpoint's.

    With `remote` the endpoint may be another machine than this one: texts of the documents go there. Raises
    ProposerError: proposer_unknown, proposer_extra, proposer_model, proposer_url, proposer_unnamed, proposer_key,
    proposer_not_local, proposer_unencrypted.
    """
    if name == "spacy":
        from loaders.proposers.spacy_model import SpacyModel

        return SpacyModel.named(model or "de_core_news_lg")
    if name == "endpoint":
        from loaders.proposers.endpoint import Endpoint

        endpoint = Endpoint.at(url, model=model, key=key, remote=remote)
        endpoint.check()
        return endpoint
    raise ProposerError("proposer_unknown", name=name, known=", ".join(PROPOSERS))
