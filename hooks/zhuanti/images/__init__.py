"""Pictures beside the text: found, measured, and given the address they are published under."""
