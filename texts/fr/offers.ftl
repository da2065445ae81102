# Propositions : une demande en attente est signalée à un membre du personnel, $name.

offers-you = Pour vous
offers-to = Proposée à { $name }
offers-offered = Proposée à
offers-me = Proposées à moi
