"""The Department for Education's children's social work workforce: its headline file of rates.

One file is an edition: every year since 2017, as known when it was published. Later editions
revise earlier years, so each figure keeps the edition it stands in.
"""
