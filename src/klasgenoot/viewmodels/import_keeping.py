"""What was looked over goes into the vault: as one class, or into several at once."""

from collections.abc import Sequence

from klasgenoot.operations.import_class import Arrival, Imported, import_class, import_classes
from klasgenoot.operations.proposing import Proposal
from klasgenoot.operations.proposing_classes import into_classes
from klasgenoot.viewmodels.import_classes import ClassChoice
from klasgenoot.viewmodels.session import Session


def take_in(
    session: Session, proposal: Proposal, arrivals: Sequence[Arrival], *, choice: ClassChoice
) -> Imported:
    """Takes in what is proposed, as one deed.

    Args:
        session: whose vault it goes into.
        proposal: what is taken in.
        arrivals: the same, as the deed takes it.
        choice: into which class or classes, and who leaves them.

    Raises:
        Missing: a new class has no name.
        Trouble: it cannot be taken in, and why.
    """
    leaving, joined = choice.leaving_by_class, session.today()
    if proposal.each:
        into = into_classes(proposal, leaving=leaving)
        return session.do(import_classes, arrivals=arrivals, into=into, joined=joined)
    class_id = choice.class_id
    return session.do(
        import_class,
        arrivals=arrivals,
        joined=joined,
        class_id=class_id,
        class_name=choice.class_name,
        leaving=leaving.get(class_id, ()) if class_id is not None else (),
    )
