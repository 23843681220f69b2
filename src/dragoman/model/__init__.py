"""What is passed from step to step: frozen values, no logic of any step. Imports nothing of ours."""
